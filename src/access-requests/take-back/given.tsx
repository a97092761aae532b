import { takeBackPath } from '../../paths/accounts.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { Card, Items, LinkButton } from '../../ui/index.ts'
import { sayGrant } from '../decide/sayings.ts'
import { words } from '../messages/index.ts'
import type { GivenAccess } from './given.query.ts'

/** The access that a request gave, each with the way to end it for whoever can. */
export function GivenCard(props: {
  reader: Reader
  identifier: string
  given: GivenAccess
  /** The viewer holds it, so ending it is giving it up. */
  isOwn: boolean
}) {
  const { reader, identifier, given, isOwn } = props
  const t = words.for(reader)
  return (
    <Card title={t('take.list')}>
      <Items
        items={given.grants.map(({ grant, canEnd }) => {
          const held = sayGrant(reader, grant, given.tree)
          const label = isOwn ? t('take.press-own', { held }) : t('take.press', { held })
          return {
            title: held,
            action: canEnd && (
              <LinkButton small variant="quiet" href={takeBackPath.to(identifier, grant.id)} label={label}>
                {isOwn ? t('take.give-up') : t('take.back')}
              </LinkButton>
            ),
          }
        })}
      />
    </Card>
  )
}
