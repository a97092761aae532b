import { type Child, Html, type Props, sideBySide } from './html.ts'
import { tagNamed } from './names.ts'

/** A component: takes what stands in its tag, gives what is shown. */
export type Component = (props: never) => Child

/** What the compiler makes of a tag: its component is asked at once, and all of it is written when the page is. */
export function jsx(tag: string | Component, props: Props): Html {
  if (typeof tag === 'string') return new Html(tagNamed(tag), props)
  const given = tag(props as never)
  return given instanceof Html ? given : sideBySide(given)
}

/** Several things side by side without a tag around them. */
export function Fragment({ children }: { children?: Child }): Html {
  return sideBySide(children)
}
