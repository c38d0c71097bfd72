/** What each style made of the hills: 16 × 16 mean colours, red, green and blue, as base64. */
export const goldenLooks: Readonly<Record<string, string>> = {};
