import type { Reader } from '../../platform/i18n/reader.ts'
import { Checkbox } from '../../ui/index.ts'
import { isReplaceable } from '../domain/replacing.ts'
import { words } from '../messages/index.ts'
import type { DecisionView } from './decide.query.ts'
import { sayGrant } from './sayings.ts'

/** Whether to end what the new access contains: offered to whoever holds something; which it is depends on what is chosen. */
export function ReplaceChoice(props: {
  readonly reader: Reader
  readonly view: DecisionView
  readonly name: string
  readonly isChosen: boolean
}) {
  const { reader, view, name } = props
  const t = words.for(reader)
  const held = view.held.filter(isReplaceable).map((grant) => sayGrant(reader, grant, view.tree))
  if (held.length === 0) return null
  return (
    <Checkbox
      name="replace"
      label={t('approve.replace')}
      help={t('approve.replace-help', { name, held: held.join('; ') })}
      checked={props.isChosen}
    />
  )
}
