import { handBackPath } from '../../paths/support-cases.ts'
import { Button, Notice } from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import { type AskedAbout, OnceMorePage } from '../once-more.page.tsx'
import { fullName } from '../profile.ts'

/** Asks once more before a request is handed back, and says to how many; or that there is nobody. */
export function HandBackPage(props: AskedAbout & { readonly reachable: number }) {
  const { request, reachable } = props
  const t = words.for(props.frame.reader)
  return (
    <OnceMorePage
      {...props}
      title={t('hand-back.title')}
      lead={reachable > 0 ? t('hand-back.text', { n: reachable }) : undefined}
      here={t('hand-back.button')}
      facts={[{ label: t('letter.who'), value: fullName(request.profile) }]}
      action={handBackPath.to(request.id)}
      act={
        reachable > 0 && (
          <Button variant="primary" icon="undo-2">
            {t('hand-back.do')}
          </Button>
        )
      }
      keep={t('hand-back.keep')}
    >
      {reachable === 0 && (
        <Notice kind="warning" still title={t('hand-back.nobody.title')}>
          {t('hand-back.nobody')}
        </Notice>
      )}
    </OnceMorePage>
  )
}
