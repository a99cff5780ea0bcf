// Drives the pages of a running demo at a constant rate, and tells how long each kind of page took.
//
//   node web.mjs ADDRESS PID RATE SECONDS
//
// It signs in as a counsellor and as a head teacher through the role chooser, gathers the addresses of their pages, and
// sends a request every 1/RATE seconds, whether earlier ones have been answered or not: a slow answer delays nobody's
// clock but its own. Prints lines of `name=value`; times are in milliseconds, from the request to the last byte.

import { readdirSync, readFileSync } from 'node:fs'
import { request } from 'node:http'
import { loadTest } from 'loadtest'

const [address, pid, rate, seconds] = process.argv.slice(2)
/** Who is signed in: the first words of what the chooser says of them. */
const ROLES = ['kurator', 'rektor']
/** Of ten requests. */
const MIX = ['list', 'pupil', 'list', 'pupil', 'list', 'start', 'list', 'pupil', 'list', 'pupil']
/** Seconds of the same load before anything is measured. */
const WARM_UP = 3
/** How often the server is asked how much memory it uses. */
const LOOK = 200
/** Requests of each kind that are sent one at a time afterwards. */
const ALONE = 100

/** Every request that must leave one entry in the journal. */
let journalled = 0

function ask(path, cookie, body) {
  const options = { method: body ? 'POST' : 'GET', headers: cookie ? { cookie } : {} }
  if (body) options.headers['content-type'] = 'application/x-www-form-urlencoded'
  return new Promise((resolve, reject) => {
    const sent = request(new URL(path, address), options, (answer) => {
      const parts = []
      answer.on('data', (part) => parts.push(part))
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, text: Buffer.concat(parts).toString() }))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

async function page(path, cookie) {
  const answer = await ask(path, cookie)
  if (answer.status !== 200) throw new Error(`${path}: status ${answer.status}`)
  journalled += 1
  return answer.text.replaceAll('&amp;', '&')
}

/** Signs in as the first person of a role, and gives the cookie and the room. */
async function signIn(role) {
  const chooser = (await ask('/')).text
  const room = chooser.match(/name="rum" value="([^"]+)"/)[1]
  const people = [...chooser.matchAll(/name="person" value="([^"]+)">(.*?)<\/button>/gs)]
  const [, person] = people.find(([, , says]) => says.includes(`sl-people-role">${role}`))
  const chosen = await ask('/demo', '', `rum=${room}&person=${person}`)
  journalled += 1
  return { room, cookie: chosen.headers['set-cookie'][0].split(';')[0] }
}

const links = (text, pattern) => [...text.matchAll(pattern)].map(([, path]) => path)

/** The pages of one person, by kind. */
async function gather({ room, cookie }) {
  const list = `/${room}/narvaro`
  const found = { start: new Set([`/${room}/`]), list: new Set([list]), pupil: new Set() }
  const first = await page(list, cookie)
  const values = (name) => {
    const choice = first.match(new RegExp(`<select[^>]*name="${name}".*?</select>`, 's'))?.[0] ?? ''
    return links(choice, /value="([^"]+)"/g)
  }
  const asks = ['lista=team', 'agerat=alla', 'agerat=ingen', 'lista=team&agerat=alla']
  asks.push(...values('skola').map((it) => `skola=${it}`), ...values('arskurs').map((it) => `arskurs=${it}`))
  asks.push(...values('signal').map((it) => `signal=${it}`))
  for (const query of asks) {
    // The page, and those after it.
    for (let path = `${list}?${query}`, left = 4; path && left > 0; left -= 1) {
      const text = await page(path, cookie)
      found.list.add(path)
      links(text, /href="(\/[^"]+\/elev\/[0-9a-f-]{36})"/g).forEach((it) => found.pupil.add(it))
      path = links(text, /href="([^"]+[?&]efter=[^"]+)"/g)[0]
    }
  }
  return Object.entries(found).map(([kind, paths]) => [kind, [...paths].map((path) => ({ kind, path, cookie }))])
}

/** Processor time of a process in milliseconds, and the memory it uses in megabytes. */
function used(process) {
  const fields = readFileSync(`/proc/${process}/stat`, 'utf8').split(') ').pop().split(' ')
  const status = readFileSync(`/proc/${process}/status`, 'utf8')
  return { cpu: 10 * (Number(fields[11]) + Number(fields[12])), mb: Number(status.match(/VmRSS:\s+(\d+)/)[1]) / 1024 }
}

/** Processor time of a process's threads in milliseconds, by name. */
function threads(process) {
  const all = {}
  for (const thread of readdirSync(`/proc/${process}/task`)) {
    const [name, rest] = readFileSync(`/proc/${process}/task/${thread}/stat`, 'utf8').split(/^\d+ \(|\) /).slice(1)
    const fields = rest.split(' ')
    all[name] = (all[name] ?? 0) + 10 * (Number(fields[11]) + Number(fields[12]))
  }
  return all
}

/** What a page of a kind costs in processor time, one at a time. */
async function alone(pages) {
  const before = used(pid)
  for (let sent = 0; sent < ALONE; sent += 1) {
    const { path, cookie } = pages[sent % pages.length]
    await page(path, cookie)
  }
  return (used(pid).cpu - before.cpu) / ALONE
}

/** Sends requests for so many seconds, and gives the time of each. */
async function drive(targets, forSeconds) {
  const times = { start: [], list: [], pupil: [] }
  const places = { start: 0, list: 0, pupil: 0 }
  let [sent, errors] = [0, 0]
  await loadTest({
    url: address,
    maxRequests: Math.round(rate * forSeconds),
    requestsPerSecond: Number(rate),
    agentKeepAlive: true,
    quiet: true,
    requestGenerator: (_options, params, send, answered) => {
      const kind = MIX[sent++ % MIX.length]
      const { path, cookie } = targets[kind][places[kind]++ % targets[kind].length]
      const began = performance.now()
      return send({ ...params, path, headers: { cookie } }, (answer) => {
        answer.on('end', () => {
          times[kind].push(performance.now() - began)
          // A page that sends one elsewhere is no page.
          errors += answer.statusCode === 200 ? 0 : 1
        })
        answered(answer)
      })
    },
    statusCallback: (error) => {
      errors += error && !String(error).startsWith('Status code') ? 1 : 0
    },
  })
  journalled += sent
  return { times, errors, sent }
}

function told(kind, times) {
  const sorted = Float64Array.from(times).sort()
  const at = (share) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)].toFixed(2)
  return `kind=${kind} requests=${sorted.length} p50=${at(0.5)} p90=${at(0.9)} p99=${at(0.99)} max=${at(1)}`
}

const targets = { start: [], list: [], pupil: [] }
for (const role of ROLES) {
  for (const [kind, pages] of await gather(await signIn(role))) targets[kind].push(...pages)
}
console.log(`pages start=${targets.start.length} list=${targets.list.length} pupil=${targets.pupil.length}`)
await drive(targets, WARM_UP)

const [before, own, at] = [used(pid), used(process.pid), threads(pid)]
let mb = before.mb
const watch = setInterval(() => { mb = Math.max(mb, used(pid).mb) }, LOOK)
const { times, errors, sent } = await drive(targets, Number(seconds))
clearInterval(watch)
const [after, ownAfter, worked] = [used(pid), used(process.pid), threads(pid)]

for (const [kind, all] of Object.entries(times)) console.log(told(kind, all))
console.log(told('all', Object.values(times).flat()))
const each = (from, to) => ((to.cpu - from.cpu) / sent).toFixed(3)
for (const [name, cpu] of Object.entries(worked)) {
  console.log(`thread=${name.replaceAll(' ', '_')} cpu=${((cpu - (at[name] ?? 0)) / sent).toFixed(3)}`)
}
for (const [kind, pages] of Object.entries(targets)) console.log(`alone=${kind} cpu=${(await alone(pages)).toFixed(2)}`)
console.log(`errors=${errors} cpu=${each(before, after)} mb=${mb.toFixed(0)} journalled=${journalled} own_cpu=${each(own, ownAfter)}`)
process.exit(0)
