import { freeze } from '../../../src/engine/embed/freeze.ts';
import type { FrozenView } from '../../../src/data/embed/frozen-view.ts';
import { dossierOf, type Asked } from '../handin/dossier-of.ts';

/** Text of other people that would like to be more than text. */
export const MARKUP = `</script><img src=x onerror=alert(1)>"'&\u0000\u202e`;

/** The drawn town with markup wherever other people write. */
export const HOSTILE: Asked & { caption: string; approval: string } = {
  caption: MARKUP,
  approval: MARKUP,
  manifest: {
    name: MARKUP,
    name_en: MARKUP,
    licence: MARKUP,
    sources: [{ role: 'osm', file: MARKUP, bytes: 1, sha256: '00' }],
  },
  parts: { scenario: { name: MARKUP, edits: [] } },
};

/** The drawn town's answer, frozen. */
export function frozen(
  asked: Asked & { caption?: string | null; approval?: string | null } = {},
): FrozenView {
  const { caption = '记者的说明', approval = null, ...rest } = asked;
  return freeze(dossierOf(rest), { caption, approval });
}
