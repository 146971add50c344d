/** What a browser lets a page hand over, or a stand-in for it. */
export type Hands = Partial<Pick<Navigator, 'share' | 'clipboard'>>;

/** `kept`: nothing may be copied here, so the text has to be shown. `left`: the user thought better of it. */
export type Handed = 'shared' | 'copied' | 'kept' | 'left';

/** Offers a link to the phone's own list of ways to share; copies it where there is none. */
export async function shareLink(hands: Hands, title: string, url: string): Promise<Handed> {
  if (!hands.share) return copyText(hands, url);
  try {
    await hands.share({ title, url });
    return 'shared';
  } catch (error) {
    // Anything else is a browser that has the button but not the will.
    if (error instanceof DOMException && error.name === 'AbortError') return 'left';
    return copyText(hands, url);
  }
}

/** There is no clipboard on plain http, and none where it is forbidden. */
export async function copyText(hands: Hands, text: string): Promise<Handed> {
  try {
    if (!hands.clipboard) return 'kept';
    await hands.clipboard.writeText(text);
    return 'copied';
  } catch {
    return 'kept';
  }
}
