import type { Reader } from '../../platform/i18n/reader.ts'
import { Button, Muted, Select } from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import type { Offer } from './offer.query.ts'

/**
 * The prepared texts that a form can start from. The button sends the form to `action`, which gives it back with the
 * text in the field `into`; with scripts the text is put in at once.
 */
export function PreparedTexts(props: {
  readonly reader: Reader
  readonly offers: readonly Offer[]
  readonly action: string
  readonly into: string
  /** Who will read what is sent. */
  readonly name: string
  readonly chosen?: string | undefined
}) {
  const { reader, offers, action, into, name, chosen } = props
  const t = words.for(reader)
  if (offers.length === 0) return null
  return (
    <div data-fill={into}>
      <div class="offer">
        <Select
          reader={reader}
          name="prepared"
          label={t('prepared.offer')}
          placeholder={t('prepared.offer-none')}
          options={offers.map(({ id, title, text }) => ({ value: id, label: title, text }))}
          value={chosen}
          width="medium"
        />
        <Button small formaction={action}>
          {t('prepared.insert')}
        </Button>
      </div>
      <Muted>{t('prepared.offer-help', { name })}</Muted>
    </div>
  )
}
