import { chromium } from 'playwright-core';
import { spawn } from 'node:child_process';
const out='/tmp/w/pics3/'; import { mkdirSync } from 'node:fs'; mkdirSync(out,{recursive:true});
const b = await chromium.launch({executablePath: process.env.CHR});
const A='http://localhost:7991';
async function enter(name, opt={}) { const c=await b.newContext({viewport:{width:1280,height:900},...opt}); const p=await c.newPage(); await p.goto(A+'/'); await p.getByRole('button',{name:new RegExp(name)}).first().click(); return p; }
const shots=[];
async function shot(p,n){ await p.screenshot({path:out+n+'.png',fullPage:true}); }
const maria=await enter('Maria');
await maria.goto(A+'/utbildning/arenden'); await shot(maria,'list-school');
const links = await maria.locator('table a, .sl-cards a').evaluateAll(as=>as.map(a=>[a.textContent,a.getAttribute('href')]));
console.log(links.length, links.slice(0,3));
const rows = await maria.locator('tbody tr').evaluateAll(r=>r.map(x=>x.innerText.replace(/\n/g,' | ')));
console.log(rows.join('\n'));
const yusuf = links.find(l=>l[0].includes('Yusuf'));
await maria.goto(A+yusuf[1]); await shot(maria,'one-school');
await maria.goto(A+yusuf[1]+'/gor/uppfoljning'); await shot(maria,'act-review');
await maria.goto(A+yusuf[1]+'/gor/plan'); await shot(maria,'act-plan');
await maria.goto(A+yusuf[1]+'/samtycke'); await shot(maria,'consent');
const m2=await enter('Maria',{viewport:{width:390,height:800},colorScheme:'dark'});
await m2.goto(A+yusuf[1]); await shot(m2,'one-390-dark');
const annika=await enter('Annika'); await annika.goto(A+'/social/arenden'); await shot(annika,'list-manager');
const ref = await annika.locator('a[href*="/arenden/remiss/"]').first().getAttribute('href');
await annika.goto(A+ref); await shot(annika,'referral');
const leila=await enter('Leila'); await leila.goto(A+'/social/'); await shot(leila,'start-social'); await leila.goto(A+'/social/arenden'); await shot(leila,'list-social');
const l2=await leila.locator('tbody a').first().getAttribute('href'); await leila.goto(A+l2); await shot(leila,'one-social');
await b.close();
