import type { JSX as Known } from 'hono/jsx'
import type { Child, Html } from './html.ts'

// The compiler imports these names; with several children, and in development, it uses the others.
export { Fragment, jsx, jsx as jsxDEV, jsx as jsxs } from './element.ts'

type Attributes<Props> = Omit<Props, 'children'> & { children?: Child }

/** What the type checker goes by: the elements and attributes that hono/jsx knows, with children of ours. */
export declare namespace JSX {
  type Element = Html
  type ElementType = string | ((props: never) => Child)
  interface ElementChildrenAttribute {
    children: Child
  }
  interface IntrinsicAttributes {
    key?: string | number
  }
  type IntrinsicElements = {
    [Tag in keyof Known.IntrinsicElements]: Attributes<Known.IntrinsicElements[Tag]>
  }
}
