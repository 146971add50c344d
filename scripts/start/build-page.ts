import { build } from 'vite';

/** `vite build`: the page and the regions as they are now, into dist/. Warnings are for `npm run build`. Throws what vite throws. */
export async function buildPage(): Promise<void> {
  await build({ logLevel: 'error' });
}
