import { myRequestsPath, withdrawPath } from '../../paths/access-requests.ts'
import { Button } from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import { type AskedAbout, OnceMorePage } from '../once-more.page.tsx'

/** Asks once more before a request is withdrawn, and says what will happen. */
export function WithdrawPage(props: AskedAbout) {
  const t = words.for(props.frame.reader)
  return (
    <OnceMorePage
      {...props}
      title={t('withdraw.title')}
      lead={t('withdraw.text')}
      above={[{ label: t('mine.title'), href: myRequestsPath.to() }]}
      here={t('request.withdraw')}
      action={withdrawPath.to(props.request.id)}
      act={
        <Button variant="danger" icon="undo-2">
          {t('withdraw.do')}
        </Button>
      }
      keep={t('withdraw.keep')}
    />
  )
}
