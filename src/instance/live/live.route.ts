import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { visibleAmong } from '../../access-requests/index.ts'
import { accountsAdministeredBy } from '../../accounts/index.ts'
import { openSessionsAmong, signedIn, topicOfSessions, type Viewer } from '../../people/index.ts'
import { page } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { openStreams } from './open-streams.ts'

const mostTopics = 60
/** So many pages of one person are told at once, by each process; the others are as new as when they were opened. */
const mostPages = 50
const shape = /^(request|account|person):([0-9a-f-]{36})$/
const heartbeatMs = 25_000
const head = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store',
  'X-Accel-Buffering': 'no',
}

/** What a page asked to hear of, and under which of its topics it is told. */
type Subscriptions = ReadonlyMap<string, string>

/**
 * `GET /live?topics=…`: says that something changed, never what; whoever hears it fetches the page again with their
 * own rights. Only topics of what the viewer may see are listened to. Ends when the session has ended, and when the
 * server is about to stop.
 */
export function live(platform: Platform, stopping: AbortSignal) {
  const pages = new Map<string, number>()
  const count = (person: string, change: 1 | -1) => {
    const open = (pages.get(person) ?? 0) + change
    if (open === 0) pages.delete(person)
    else pages.set(person, open)
  }
  const { db, log } = platform
  const openAmong = (ids: readonly string[]) => openSessionsAmong(db, ids)
  const streams = openStreams({ openAmong, log, everyMs: heartbeatMs })
  return page({
    who: signedIn(platform),
    show: async (c, viewer) => {
      const { personId, sessionId } = viewer
      // No content: a browser does not ask again.
      if ((pages.get(personId) ?? 0) >= mostPages) return c.body(null, 204)
      const { outgoing, incoming } = c.env
      count(personId, 1)
      // Whoever leaves may do so while we look up what they may hear of.
      const gone = new AbortController()
      incoming.once('close', () => {
        count(personId, -1)
        gone.abort()
      })
      const heard = await subscriptionsOf(platform, viewer, c.req.query('topics') ?? '')
      if (gone.signal.aborted) return RESPONSE_ALREADY_SENT
      outgoing.writeHead(200, head)
      outgoing.write('retry: 3000\n\n')
      const ofSessions = topicOfSessions(personId)
      const stopListening = platform.live.listen([...heard.keys(), ofSessions], (topic) => {
        if (topic === ofSessions) void streams.look(personId)
        else outgoing.write(`event: changed\ndata: ${heard.get(topic) ?? topic}\n\n`)
      })
      const end = () => {
        gone.abort()
        outgoing.end()
      }
      const leave = streams.join({ personId, sessionId, end, beat: () => outgoing.write(': here\n\n') })
      stopping.addEventListener('abort', end)
      gone.signal.addEventListener('abort', () => {
        stopListening()
        leave()
        stopping.removeEventListener('abort', end)
      })
      return RESPONSE_ALREADY_SENT
    },
  })
}

function asked(text: string, kind: 'request' | 'account' | 'person'): string[] {
  const topics = text.split(/[ ,]/).slice(0, mostTopics)
  return topics.flatMap((topic) => {
    const [, found, id] = shape.exec(topic) ?? []
    return found === kind && id ? [id] : []
  })
}

// What concerns a person is also what happens in the accounts they decide for.
async function subscriptionsOf({ db }: Platform, viewer: Viewer, text: string): Promise<Subscriptions> {
  const seesAll = viewer.isOperator || viewer.isSupport
  const [mine, requests] = await Promise.all([
    accountsAdministeredBy(db, viewer.personId),
    visibleAmong(db, viewer, asked(text, 'request')),
  ])
  const heard = new Map<string, string>()
  for (const id of requests) heard.set(`request:${id}`, `request:${id}`)
  for (const id of asked(text, 'account')) {
    if (seesAll || mine.includes(id)) heard.set(`account:${id}`, `account:${id}`)
  }
  const self = `person:${viewer.personId}`
  if (asked(text, 'person').includes(viewer.personId)) {
    heard.set(self, self)
    for (const id of mine) heard.set(`account:${id}`, self)
  }
  return heard
}
