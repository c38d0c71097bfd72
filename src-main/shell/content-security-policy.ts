/**
 * What the built pages may load: Tally's own files, pictures of the library, and nothing else. Nothing
 * inline runs or styles; pictures may also be data, for the previews of what is being painted.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob: tally-media:",
  "media-src 'self' blob: tally-media:",
  "font-src 'self'",
  "worker-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
