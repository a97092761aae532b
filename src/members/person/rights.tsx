import { accountWords, placeName, sayRole, type SeenAccount } from '../../accounts/index.ts'
import { type Column, type Frame, Muted, Section, Table } from '../../ui/index.ts'
import type { Explained, Giving } from '../domain/explaining.ts'
import { words } from '../messages/index.ts'

type RightsProps = {
  readonly frame: Frame
  readonly seen: SeenAccount
  readonly explained: readonly Explained[]
}

const mostPlaces = 100

/** What somebody may do, by virtual account, and which role lets them; nothing when they hold nothing. */
export function RightsOfPerson(props: RightsProps) {
  const { reader } = props.frame
  const { explained } = props
  const t = words.for(reader)
  if (explained.length === 0) return null
  return (
    <Section title={t('person.rights')}>
      <Muted>{t('person.rights-lead')}</Muted>
      <Table
        reader={reader}
        caption={t('person.rights')}
        dense
        columns={rightColumns(props)}
        rows={explained.slice(0, mostPlaces)}
      />
    </Section>
  )
}

function rightColumns(props: RightsProps): Column<Explained>[] {
  const { frame, seen } = props
  const t = words.for(frame.reader)
  return [
    {
      label: t('person.place'),
      heads: true,
      cell: ({ place }) => (place === null ? t('person.whole') : placeName(seen.tree, place)),
    },
    {
      label: t('person.by'),
      cell: ({ place, through }) => (
        <>
          {through.map((one) => (
            <p>{sayThrough(props, place, one)}</p>
          ))}
        </>
      ),
    },
    {
      label: t('person.may'),
      cell: ({ actions }) => (
        <span>{actions.map((action) => accountWords.for(frame.reader)(`action.${action}`)).join(' · ')}</span>
      ),
    },
  ]
}

function sayThrough({ frame, seen }: RightsProps, place: Explained['place'], grant: Giving): string {
  const t = words.for(frame.reader)
  const role = sayRole(frame.reader, grant.role)
  const { virtualAccountId: from } = grant
  if (from === null || from === place) return role
  return t('person.inherited', { role, place: placeName(seen.tree, from) })
}
