/** Who walks. Speeds in metres per second are always printed beside a result and always editable. */
export type ProfileKey = 'general' | 'older' | 'slow' | 'wheelchair';

export interface Profile {
  key: ProfileKey;
  /** Metres per second, on streets and off them. */
  speed: number;
  /** Whether stairs can be used. */
  steps: boolean;
}

export const PROFILES: readonly Profile[] = [
  { key: 'general', speed: 1.2, steps: true },
  { key: 'older', speed: 0.9, steps: true },
  { key: 'slow', speed: 0.7, steps: true },
  { key: 'wheelchair', speed: 0.65, steps: false },
];

/** The profile of this key; null where there is none. */
export function profileOf(key: string): Profile | null {
  return PROFILES.find((profile) => profile.key === key) ?? null;
}
