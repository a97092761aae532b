import { signInPath } from '../../paths/people.ts'
import { type Frame, LinkButton } from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import { Told } from '../told.page.tsx'

/** What one sees after signing out. */
export function SignedOutPage({ frame }: { frame: Frame }) {
  const t = words.for(frame.reader)
  return (
    <Told frame={frame} title={t('signed-out.title')} lead={t('signed-out.lead')}>
      <p>
        <LinkButton href={signInPath.to()}>{t('signed-out.again')}</LinkButton>
      </p>
    </Told>
  )
}
