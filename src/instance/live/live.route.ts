import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Who } from '../../platform/http/index.ts'
import { page } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'

const mostTopics = 20
const shape = /^(request|account|person):[0-9a-f-]{36}$/
const heartbeatMs = 25_000

/**
 * `GET /live?topics=…`: says that something changed, never what; whoever hears it fetches the page again with their
 * own rights. Ends when the server is about to stop.
 */
export function live<Visitor>(platform: Platform, who: Who<Visitor>, stopping: AbortSignal) {
  return page({
    who,
    show: (c) => {
      const topics = (c.req.query('topics') ?? '')
        .split(/[ ,]/)
        .filter((topic) => shape.test(topic))
        .slice(0, mostTopics)
      const { outgoing, incoming } = c.env
      outgoing.writeHead(200, {
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-store',
        'X-Accel-Buffering': 'no',
      })
      outgoing.write('retry: 3000\n\n')
      const leave = platform.live.listen(topics, (topic) =>
        outgoing.write(`event: changed\ndata: ${topic}\n\n`),
      )
      const heartbeat = setInterval(() => outgoing.write(': here\n\n'), heartbeatMs)
      const end = () => outgoing.end()
      stopping.addEventListener('abort', end)
      incoming.once('close', () => {
        leave()
        clearInterval(heartbeat)
        stopping.removeEventListener('abort', end)
      })
      return RESPONSE_ALREADY_SENT
    },
  })
}
