import { withQuery } from '../../paths/decisions.ts'
import { severalUsersPath } from '../../paths/members.ts'
import { nameOf } from '../../people/domain/viewer.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { Button, Form, FormActions, Notice } from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import type { UserRow } from './users.query.ts'

/** So many people are chosen to be changed together. */
export const mostChosen = 500

const several = 'several'

/** The boxes by which people in the list are ticked. */
export function tickable(reader: Reader) {
  const t = words.for(reader)
  return {
    name: 'user',
    value: (row: UserRow) => row.personId,
    label: (row: UserRow) => t('users.tick', { name: nameOf(row) }),
    form: several,
  }
}

/** What is done to those who were ticked, or to all whom the list shows on this page and on others. */
export function Several(props: {
  readonly reader: Reader
  readonly identifier: string
  /** What the list is narrowed to, as the parts of an address. */
  readonly query: Readonly<Record<string, string | undefined>>
  readonly hasMore: boolean
}) {
  const { query } = props
  const t = words.for(props.reader)
  const isNarrowed = Object.values(query).some(Boolean)
  return (
    <Form action={withQuery(severalUsersPath.to(props.identifier), query)} id={several} wide>
      <FormActions>
        <Button>{t('users.several')}</Button>
        {(isNarrowed || props.hasMore) && (
          <Button variant="quiet" name="who" value="all">
            {isNarrowed ? t('users.several-matching') : t('users.several-all')}
          </Button>
        )}
      </FormActions>
    </Form>
  )
}

/** Says why nobody was chosen; nothing when somebody was. */
export function NobodyChosen(props: {
  readonly reader: Reader
  readonly chosen: 'none' | 'too-many' | null
}) {
  if (props.chosen === null) return null
  const t = words.for(props.reader)
  return (
    <Notice kind="warning" title={t(`users.chosen.${props.chosen}`)}>
      {t(`users.chosen.${props.chosen}-text`, { most: mostChosen })}
    </Notice>
  )
}
