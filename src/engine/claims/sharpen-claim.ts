import type { Claim } from '../../data/claims.ts';
import type { Text } from '../../data/fault.ts';
import { profileOf } from '../../core/profile.ts';
import { greatest } from '../siting/greatest.ts';
import { sitesOf } from '../sites.ts';
import { whomOf, type ClaimGround } from './claim-ground.ts';
import { shareOf } from './claim-lines.ts';
import { printed } from './printed.ts';
import type { SiteBound } from './reach-bound.ts';
import { claimSpeeds, reachQuery } from './reach-claim.ts';

/**
 * The greatest that the claimed number of sites could do on the streets, at the fastest of the speeds
 * tried; null where the claim is not of that kind. It ends once the claim is ruled out or found
 * possible, and when `stop` says so: the bound holds all the same. `told` hears the bound so far as a
 * share.
 */
export async function sharpenClaim(
  claim: Claim,
  ground: ClaimGround,
  stop: () => Promise<boolean>,
  told: (share: number) => void = () => {},
): Promise<SiteBound | null> {
  const { recipe } = claim;
  if (recipe?.kind !== 'reach' || !recipe.sites) return null;
  const { prepared } = ground;
  const service = ground.services.find(({ key }) => key === recipe.service) ?? null;
  const whom = whomOf(ground, service);
  const query = reachQuery(recipe, service, whom);
  const profile = profileOf(query.profile)!;
  const speed = claimSpeeds(profile, service).pop()!;
  const listed = service ? sitesOf(prepared.region.facilities, service.key).length : 0;
  const n = Math.max(recipe.sites, listed);
  const least = shareOf(recipe).published?.range.low ?? 1;
  let decided = false;
  const found = await greatest(
    prepared,
    { ...query, speed },
    [],
    { n },
    ({ upper, found, people }) => {
      told(people ? upper / people : 0);
      decided = upper < least * people || found >= least * people;
    },
    async () => (await stop()) || decided,
  );
  const { upper, people, upperShare } = found;
  const line: Text = printed(
    (x) =>
      `不看清单：${x.plain(speed)} 米/秒沿街道，无论建在哪里，最好的 ${x.whole(n)} 处最多覆盖 ${x.whole(Math.ceil(upper))} ÷ ${x.whole(people)} 人 = ${x.percent(upperShare)}${found.stopped ? '（提前停下，上界仍有效）' : ''}`,
    (x) =>
      `without a list: at ${x.plain(speed)} m/s on the streets, wherever they stand, the best ${x.whole(n)} reach at most ${x.whole(Math.ceil(upper))} ÷ ${x.whole(people)} = ${x.percent(upperShare)}${found.stopped ? ' (stopped early; the bound holds)' : ''}`,
  );
  return { share: upperShare, steps: [line] };
}
