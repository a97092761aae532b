import type { Visitor } from './visitor.ts'
import type { World } from './world.ts'

/** The path of the link in the newest mail for somebody; throws when no mail came. */
export async function linkFor(world: World, address: string): Promise<string> {
  await world.settle()
  const mail = world.mails.to(address).at(-1)
  const url = /http:\/\/\S+\/link\?t=[\w-]+/.exec(mail?.text ?? '')?.[0]
  if (url === undefined) throw new Error(`No mail with a link for ${address}`)
  return url.slice(world.base.length)
}

/** Opens a link as a browser does: follows it to the page it leads to. Gives that page's path and what it says. */
export async function open(visitor: Visitor, link: string) {
  const opened = await visitor.get(link)
  if (opened.location === null) return { path: link, ...opened }
  return { path: opened.location, ...(await visitor.get(opened.location)) }
}

/** A password that nobody guesses. */
export const goodPassword = 'quiet lantern over mossy stairs'

/** How far to move the clock so that a window of so many seconds, in which attempts are counted, begins. */
export function toNextWindow(seconds: number): number {
  return Math.ceil(seconds - ((Date.now() / 1_000) % seconds))
}
