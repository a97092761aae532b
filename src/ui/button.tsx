import type { Child } from '#jsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'
import { safeHref } from './safe-href.ts'

/** `primary` is the one main act of a page, `danger` takes something away, `quiet` looks like a link. */
export type ButtonVariant = 'primary' | 'secondary' | 'danger' | 'quiet'

type Look = {
  variant?: ButtonVariant | undefined
  small?: boolean | undefined
  icon?: IconName | undefined
  /** The whole name for screen readers, when the visible words repeat on the page. */
  label?: string | undefined
  children?: Child
}

type Press = Look & {
  name?: string | undefined
  value?: string | undefined
  disabled?: boolean | undefined
  formaction?: string | undefined
  /** The id of the form it sends, when it stands outside of it. */
  form?: string | undefined
  id?: string | undefined
  describedBy?: string | undefined
}

function look({ variant = 'secondary', small }: Look): string {
  return `button ${variant}${small ? ' small' : ''}`
}

/** Sends the form it stands in; says what will happen. Primary unless told otherwise. */
export function SubmitButton(props: Press) {
  return <Button {...props} variant={props.variant ?? 'primary'} />
}

/** A button that sends its form; `name` and `value` go with it. Secondary unless told otherwise. */
export function Button(props: Press) {
  return (
    <button
      type="submit"
      class={look(props)}
      id={props.id}
      name={props.name}
      value={props.value}
      form={props.form}
      formaction={props.formaction === undefined ? undefined : safeHref(props.formaction)}
      disabled={props.disabled}
      aria-label={props.label}
      aria-describedby={props.describedBy}
    >
      {props.icon && <Icon name={props.icon} size={props.small ? 16 : 20} />}
      {props.children}
    </button>
  )
}

/** A link that looks like a button; it only ever leads somewhere. */
export function LinkButton(
  props: Look & { href: string; shortcut?: 'a' | 'd' | 'o' | undefined; download?: boolean | undefined },
) {
  return (
    <a
      href={safeHref(props.href)}
      class={look(props)}
      aria-label={props.label}
      data-key={props.shortcut}
      download={props.download ? '' : undefined}
    >
      {props.icon && <Icon name={props.icon} size={props.small ? 16 : 20} />}
      {props.children}
    </a>
  )
}
