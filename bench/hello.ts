import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

// The least that a Node server can do: what is above it is ours.
const server = createServer((_, response) => {
  response.setHeader('Content-Type', 'text/plain')
  response.end('hello')
})
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
process.on('disconnect', () => process.exit(0))
