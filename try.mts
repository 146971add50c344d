import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { CHROMIUM_FLAGS, findBrowser } from './scripts/test/find-browser.ts';
import { encodeFrozen } from './src/data/embed/frozen-code.ts';
const view = JSON.parse(readFileSync('/tmp/pub/figures.json','utf8')).view;
const code = encodeFrozen(view); console.log('code', code.length);
const host = 'http://127.0.0.1:4712/';
const article = createServer((q, r) => {
  if (q.url === '/favicon.ico') return void r.writeHead(404).end();
  r.writeHead(200, {'content-type':'text/html;charset=utf-8','content-security-policy':`default-src 'none'; script-src ${host}huimin-map.js; frame-src ${host}`});
  r.end(`<!doctype html><meta charset=utf-8><body><h1>文章</h1><iframe src="${host}embed.html?live=visible&frozen=${code}" width="640" height="1500" sandbox="allow-scripts allow-popups"></iframe>
  <huimin-map src="${host}embed.html?frozen=${code}" height="900" title="图" theme="dark">fallback</huimin-map><script src="${host}huimin-map.js" async></script>`);
}).listen(4713);
const b = await chromium.launch({ executablePath: (findBrowser() as any).browser, args: CHROMIUM_FLAGS });
const c = await b.newContext({ viewport:{width:1000,height:1600}});
const p = await c.newPage();
p.on('console', m => console.log('console', m.type(), m.text().slice(0,300)));
p.on('pageerror', e => console.log('pageerror', e.message));
p.on('requestfailed', e => console.log('failed', e.url(), e.failure()?.errorText));
await p.goto('http://127.0.0.1:4713/');
await p.waitForTimeout(9000);
await p.screenshot({path:'/tmp/article.png', fullPage:true});
for (const f of p.frames().slice(1,2)) console.log(await f.evaluate(async () => { try { const d=(document.getElementById('live') as any).dataset; const m = await import(new URL(d.entry, location.href).href); const box=document.querySelector('.live-map'); await m.openLive(box,{base:new URL(d.base,location.href).href,region:d.region,frozen:d.frozen,layers:['bands'],language:'zh',theme:'auto'}); return 'ok' } catch (e:any) { return String(e)+e.stack } }));
for (const f of p.frames()) console.log(f.url().slice(0,80), await f.evaluate(()=>[self.origin, document.body.getBoundingClientRect().height, document.querySelector('.live-map')?.className, document.querySelector('.live-map [role=status]')?.textContent, document.querySelector('canvas')?.getAttribute('aria-label')]).catch(String));
await b.close(); article.close();
