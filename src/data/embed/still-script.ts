/** Name of the script beside a published page. */
export const STILL_SCRIPT_FILE = 'embed.js';

/**
 * What a published page does where scripts run: it tells the page round it how high it is, takes a
 * theme from it, and opens the live map when somebody presses for it. One classic script, since in
 * `sandbox="allow-scripts"` a module would need the host's permission (CORS). Messages of version 1
 * as README has them; everything else is ignored without a trace. Nothing is kept, nothing asked for
 * before the press.
 */
export const STILL_SCRIPT = `(function () {
  'use strict';
  var root = document.documentElement;
  var asked = new URLSearchParams(location.search);
  var id = asked.get('id') || '';
  var themes = ['auto', 'light', 'dark', 'contrast'];
  var parentOrigin = null;
  try {
    var named = new URL(asked.get('parent') || '');
    if (named.protocol === 'https:' || named.protocol === 'http:') parentOrigin = named.origin;
  } catch (none) {
    // No parent named: nothing in a height is secret.
  }
  var shown = null;
  function dress(theme) {
    if (themes.indexOf(theme) < 0) return;
    if (theme === 'auto') root.removeAttribute('data-theme');
    else root.setAttribute('data-theme', theme);
    if (shown) shown.dress(theme);
  }
  dress(asked.get('theme'));
  var told = 0;
  function tell(again) {
    // What a frame may ask for: a longer page is scrolled.
    var height = Math.ceil(document.body.getBoundingClientRect().height);
    height = Math.min(4000, Math.max(80, height));
    if (window.parent === window || (height === told && again !== true)) return;
    told = height;
    window.parent.postMessage(
      { huimin: 1, type: 'height', id: id, height: height },
      parentOrigin || '*',
    );
  }
  window.addEventListener('message', function (event) {
    var said = event.data;
    if (event.source !== window.parent || event.source === window) return;
    if (parentOrigin && event.origin !== parentOrigin) return;
    if (typeof said !== 'object' || said === null || said.huimin !== 1) return;
    if (said.type === 'theme') dress(said.theme);
    else if (said.type === 'ask-height' && said.id === id) tell(true);
  });
  if (window.ResizeObserver) new ResizeObserver(function () { tell(false); }).observe(document.body);
  window.addEventListener('load', function () { tell(true); });
  tell(false);
  var live = document.getElementById('live');
  if (!live) return;
  var box = live.querySelector('.live-map');
  var button = live.querySelector('button');
  var says = live.querySelector('[role=status]');
  var opened = false;
  function open() {
    if (opened) return;
    opened = true;
    var data = live.dataset;
    button.hidden = true;
    says.textContent = data.opening;
    import(new URL(data.entry, location.href).href)
      .then(function (module) {
        return module.openLive(box, {
          base: new URL(data.base, location.href).href,
          region: data.region,
          frozen: data.frozen,
          layers: data.layers.split(','),
          language: root.lang === 'en' ? 'en' : 'zh',
          theme: root.getAttribute('data-theme') || 'auto',
        });
      })
      .then(function (map) { shown = map; })
      .catch(function (error) {
        says.textContent = (error && error.sentence) || data.failed;
      });
  }
  button.disabled = false;
  button.addEventListener('click', open);
  if (live.dataset.start !== 'visible') return;
  if (!window.IntersectionObserver) return open();
  var watch = new IntersectionObserver(function (seen) {
    if (!seen.some(function (each) { return each.isIntersecting; })) return;
    watch.disconnect();
    open();
  });
  watch.observe(live);
})();
`;
