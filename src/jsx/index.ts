export { type Child, type Html, html } from './html.ts'
