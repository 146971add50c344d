import type { Service } from '../../../data/services.ts';
import type { SeeDesk } from '../../../state/see-desk.svelte.ts';
import type { SeeWords } from '../see-words.ts';
import type { TabProps } from '../tab-props.ts';

/** What every section of the See tab is given. */
export interface SectionProps extends TabProps {
  desk: SeeDesk;
  /** Services of which the region lists at least one facility. */
  listed: Service[];
  t: SeeWords;
}
