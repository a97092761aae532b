import type { Child } from '#jsx'
import { safeHref } from './safe-href.ts'

/** A form that posts to `action`; the server checks everything, so the browser's own bubbles are off. */
export function Form(props: {
  action: string
  method?: 'post' | 'get' | undefined
  id?: string | undefined
  label?: string | undefined
  /** Without the narrow column: for forms that are a bar or hold a table. */
  wide?: boolean | undefined
  /** It sends files. */
  files?: boolean | undefined
  children?: Child
}) {
  return (
    <form
      method={props.method ?? 'post'}
      action={safeHref(props.action)}
      enctype={props.files ? 'multipart/form-data' : undefined}
      id={props.id}
      class={props.wide ? 'form wide' : 'form'}
      aria-label={props.label}
      novalidate
    >
      {props.children}
    </form>
  )
}

/** The buttons at the end of a form, the main one first. */
export function FormActions({ children }: { children?: Child }) {
  return <div class="actions form-actions">{children}</div>
}

/** A value that goes with the form unseen. */
export function Hidden({ name, value }: { name: string; value: string }) {
  return <input type="hidden" name={name} value={value} />
}
