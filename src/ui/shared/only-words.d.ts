/* eslint @typescript-eslint/consistent-type-imports: off -- an ambient module cannot import by a relative name */

// What scripts/serve/one-language.ts makes of the catalogue.
declare module '*/words.ts?only=zh' {
  export const wordsIn: typeof import('./words.ts').wordsIn;
}
declare module '*/words.ts?only=en' {
  export const wordsIn: typeof import('./words.ts').wordsIn;
}
