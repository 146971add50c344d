import { SANDBOX } from '../../data/embed/sandbox.ts';
import { heightTold } from './height-told.ts';

/** Pixels until the frame tells its own. */
const FIRST_HEIGHT = 900;

let made = 0;

/**
 * `<huimin-map src height title lang theme>`: an embed in an article of anybody's. Its frame stands in
 * a shadow, styled by script alone, so that the strictest policy of the article holds. What is
 * written inside the element shows where there is no frame to show.
 */
export class MapElement extends HTMLElement {
  static readonly observedAttributes = ['src', 'title', 'height', 'lang', 'theme'];
  readonly #id = `huimin-${++made}`;
  readonly #root = this.attachShadow({ mode: 'open' });
  #frame: HTMLIFrameElement | null = null;
  /** Attributes are told of one by one before the element stands. */
  #there = false;

  readonly #heard = ({ source, data }: MessageEvent) => {
    if (!this.#frame || source !== this.#frame.contentWindow) return;
    const height = heightTold(data, this.#id);
    if (height !== null) this.#frame.style.height = `${height}px`;
  };

  connectedCallback(): void {
    this.#there = true;
    addEventListener('message', this.#heard);
    this.#show();
  }

  disconnectedCallback(): void {
    this.#there = false;
    removeEventListener('message', this.#heard);
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (!this.#there || before === now) return;
    if (name === 'theme' && this.#frame) {
      // A sandboxed frame has no origin to address; nothing in this is secret.
      this.#frame.contentWindow?.postMessage(
        { huimin: 1, type: 'theme', theme: now ?? 'auto' },
        '*',
      );
    } else if (name === 'title' && this.#frame) this.#frame.title = now ?? '';
    else if (name !== 'height') this.#show();
  }

  #show(): void {
    const address = this.#address();
    if (!address) {
      this.#frame = null;
      this.#root.replaceChildren(document.createElement('slot'));
      return;
    }
    const frame = document.createElement('iframe');
    frame.title = this.getAttribute('title') ?? '';
    frame.setAttribute('sandbox', SANDBOX);
    frame.referrerPolicy = 'no-referrer';
    frame.loading = 'lazy';
    const { style } = frame;
    style.display = 'block';
    style.width = '100%';
    style.border = '0';
    const height = Number(this.getAttribute('height')) || FIRST_HEIGHT;
    style.height = `${Math.min(4000, Math.max(80, height))}px`;
    frame.src = address;
    this.style.display = 'block';
    this.#frame = frame;
    this.#root.replaceChildren(frame);
  }

  /** Where the frame comes from; null where `src` is no address of the web. */
  #address(): string | null {
    const src = this.getAttribute('src');
    if (!src || !URL.canParse(src, document.baseURI)) return null;
    const url = new URL(src, document.baseURI);
    if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
    url.searchParams.set('id', this.#id);
    if (location.origin !== 'null') url.searchParams.set('parent', location.origin);
    const [lang, theme] = [this.getAttribute('lang'), this.getAttribute('theme')];
    if (lang) url.searchParams.set('lang', /^zh/i.test(lang) ? 'zh' : 'en');
    if (theme) url.searchParams.set('theme', theme);
    return url.href;
  }
}
