import type { Claim } from '../../data/claims.ts';
import type { Text } from '../../data/fault.ts';
import { placeOf, type ClaimGround } from './claim-ground.ts';
import { publishedIn } from './claim-lines.ts';
import { concluded, NOTHING, type ClaimResult, type Found } from './claim-result.ts';
import { countClaim } from './count-claim.ts';
import { enrolledClaim } from './enrolled-claim.ts';
import { equippedClaim } from './equipped-claim.ts';
import { reachClaim } from './reach-claim.ts';
import type { SiteBound } from './reach-bound.ts';
import { unitsClaim } from './units-claim.ts';

/**
 * Each claim beside what the region computes to, in their order. A claim of another place, or one
 * that no map tells, cannot be told, and says what would be needed. `sharp` are bounds on any n
 * sites by id of the claim, see sharpenClaim.
 */
export function testClaims(
  claims: readonly Claim[],
  ground: ClaimGround,
  sharp: Record<string, SiteBound> = {},
): ClaimResult[] {
  return claims.map((claim) => concluded(claim, findingOf(claim, ground, sharp[claim.id] ?? null)));
}

/** Claims where no region is open: only what a report's own figures and the census tell. */
export function testWithoutRegion(claims: readonly Claim[]): ClaimResult[] {
  return claims.map((claim) => concluded(claim, elsewhere(claim, undefined)));
}

function findingOf(claim: Claim, ground: ClaimGround, sharp: SiteBound | null): Found {
  const { recipe } = claim;
  const where = placeOf(claim, ground.about);
  if (!recipe) return { ...NOTHING, missing: NO_MAP };
  if (where === 'elsewhere') return elsewhere(claim, ground.drift);
  const found = byRecipe(claim, ground, sharp);
  return where === 'part'
    ? { ...found, missing: partOf(claim, ground), may: null, own: null }
    : found;
}

function byRecipe(claim: Claim, ground: ClaimGround, sharp: SiteBound | null): Found {
  const recipe = claim.recipe!;
  switch (recipe.kind) {
    case 'reach':
      return reachClaim(claim, recipe, ground, sharp);
    case 'equipped':
      return equippedClaim(claim, recipe, ground);
    case 'units':
      return unitsClaim(claim, recipe, ground);
    case 'enrolled':
      return enrolledClaim(claim, recipe, ground, ground.drift) ?? NOTHING;
    case 'count':
      return countClaim(claim, recipe, ground);
    case 'needs':
      return { ...NOTHING, missing: { zh: recipe.zh, en: recipe.en } };
  }
}

/** A claim whose place is not open: the arithmetic of its own figures is all there is. */
function elsewhere(claim: Claim, drift: number | undefined): Found {
  const { recipe, place } = claim;
  if (!recipe) return { ...NOTHING, missing: NO_MAP };
  if (recipe.kind === 'enrolled' && recipe.base) {
    return enrolledClaim(claim, recipe, null, drift) ?? NOTHING;
  }
  const missing: Text = {
    zh: `“${place.zh}”的数据：打开的不是这个区域`,
    en: `the data of ${place.en}: another region is open`,
  };
  return { ...NOTHING, ...publishedIn(recipe), missing };
}

const partOf = ({ place }: Claim, { about }: ClaimGround): Text => ({
  zh: `${place.zh}其余部分的数据：${about.name}只是其中一部分`,
  en: `the data of the rest of ${place.en}: ${about.name} is only a part of it`,
});

const NO_MAP: Text = {
  zh: '这不是关于地点或某些人里多少人的数，地图和清单都核对不了',
  en: 'neither a map nor a list: the figure is not about places, or about how many of whom',
};
