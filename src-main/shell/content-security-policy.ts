const directives = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data: blob: tally-media:",
  'media-src': "'self' blob: tally-media:",
  'font-src': "'self'",
  'worker-src': "'self'",
  'connect-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
};

/**
 * What the built pages may load: Tally's own files, pictures of the library, and nothing else. Nothing
 * inline runs or styles; pictures may also be data, for the previews of what is being painted.
 */
export const contentSecurityPolicy = policyOf(directives);

/**
 * The same for the hidden page in which pictures are made, which also reads the weights of a neural network from
 * Tally's own files and runs it in WebAssembly. Text is still never run as a script.
 */
export const darkroomPolicy = policyOf({
  ...directives,
  'script-src': "'self' 'wasm-unsafe-eval'",
  'connect-src': "'self'",
});

function policyOf(rules: Readonly<Record<string, string>>): string {
  return Object.entries(rules)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');
}
