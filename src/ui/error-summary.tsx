import type { Reader } from '../platform/i18n/reader.ts'
import { Icon } from './icon.tsx'
import { words } from './messages/index.ts'
import { unbroken } from './unbroken.ts'

/** A mistake and the id of the field it is about; without a field it is about the whole form. */
export type FormError = { field?: string | undefined; message: string }

/** All mistakes of a form on top of it, each leading to its field; nothing when there are none. */
export function ErrorSummary(props: {
  reader: Reader
  errors: readonly FormError[]
  title?: string | undefined
}) {
  if (props.errors.length === 0) return null
  return (
    <div
      class="error-summary"
      role="alert"
      tabindex={-1}
      autofocus
      data-focus=""
      aria-labelledby="error-summary-title"
    >
      <h2 id="error-summary-title">
        <Icon name="circle-alert" />
        {props.title ?? words.for(props.reader)('errors.title')}
      </h2>
      <ul>
        {props.errors.map(({ field, message }) => (
          <li>
            {field === undefined ? (
              unbroken(message)
            ) : (
              <a href={`#${encodeURIComponent(field)}`}>{unbroken(message)}</a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
