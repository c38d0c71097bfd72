/**
 * What the built pages may load: Tally's own files, pictures of the library, and nothing else. Inline
 * styles are allowed, because the controls' libraries place themselves by them; with images, fonts
 * and connections confined, they can carry nothing out.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob: tally-media:",
  "media-src 'self' blob: tally-media:",
  "font-src 'self'",
  "worker-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
