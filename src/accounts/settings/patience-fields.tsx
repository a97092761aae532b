import type { FieldErrors, Typed } from '../../platform/http/index.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { Field, Section } from '../../ui/index.ts'
import {
  bounds,
  defaultPatience,
  isList,
  type PatienceName,
  type PatienceSettings,
} from '../domain/patience-settings.ts'
import { words } from '../messages/index.ts'
import { sayEffect } from './effects.tsx'
import { sayNumbers } from './say-patience.ts'
import type { Timing } from './timing.query.ts'

const groups = {
  answer: [
    'answerWorkingDays',
    'remindAfterWorkingDays',
    'remindersByHand',
    'hoursBeforeReminder',
    'hoursAfterAnyReminder',
    'digestAbove',
  ],
  end: ['escalateAfterWorkingDays', 'expiryDays', 'expiryWarningDays'],
  question: ['noAnswerDays', 'noAnswerWarningDays'],
  limits: ['informationRounds', 'commentsEachSide'],
} as const satisfies Record<string, readonly PatienceName[]>

type PatienceFieldsProps = {
  readonly reader: Reader
  readonly typed: Typed
  readonly errors: FieldErrors
  /** What an empty field takes from the installation; null on the installation's own page. */
  readonly above: PatienceSettings | null
  /** What holds now, for an example; none where calendars differ. */
  readonly timing: (Timing & { readonly now: Date }) | null
}

/** The fields of all numbers, in groups, each with what it does and what holds when it is left empty. */
export function PatienceFields(props: PatienceFieldsProps) {
  const t = words.for(props.reader)
  return (
    <>
      {(Object.keys(groups) as (keyof typeof groups)[]).map((group) => (
        <Section title={t(`patience.group.${group}`)}>
          <div class="stack">
            {groups[group].map((name) => (
              <PatienceField {...props} name={name} />
            ))}
          </div>
        </Section>
      ))}
    </>
  )
}

function PatienceField({ name, ...props }: PatienceFieldsProps & { name: PatienceName }) {
  const { reader, typed, errors, timing } = props
  const t = words.for(reader)
  const value = typed[name]
  const effect = timing && sayEffect(reader, name, timing)
  return (
    <Field
      reader={reader}
      name={name}
      label={t(`patience.${name}`)}
      required
      width="short"
      inputmode={isList(name) ? 'text' : 'numeric'}
      maxlength={60}
      value={typeof value === 'string' ? value : ''}
      error={errors[name]}
      help={
        <>
          <p>{t(`patience.${name}.help`)}</p>
          <p>{sayAbove(props, name)}</p>
          {effect && <p>{effect}</p>}
        </>
      }
    />
  )
}

function sayAbove({ reader, above }: PatienceFieldsProps, name: PatienceName): string {
  const t = words.for(reader)
  const usual = sayNumbers(reader, defaultPatience[name])
  const range = bounds[name]
  const value = above === null ? usual : sayNumbers(reader, above[name])
  return value === usual
    ? t('patience.above.usual', { ...range, usual })
    : t('patience.above.account', { ...range, usual, value })
}
