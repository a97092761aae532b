export { bytesOf, type Child, finished, type Html, html } from './html.ts'
