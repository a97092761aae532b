import { assignCasePath, handBackPath, proposeDecisionPath } from '../../paths/support-cases.ts'
import { Button, Form, Hidden, LinkButton } from '../../ui/index.ts'
import { isUnderWay } from '../domain/case.ts'
import { words } from '../messages/index.ts'
import type { CasePageProps } from './case.page.tsx'

/** What an agent can do with a case, beside talking: look after it, hand its request back, decide it with a second agent. */
export function Desk(props: CasePageProps) {
  const { frame, one, mayDecide, isAgent } = props
  const t = words.for(frame.reader)
  const isWithSupport = one.requestStage === 'WITH_SUPPORT' && isOpen(one.requestStatus)
  return (
    <>
      {isUnderWay(one) && <Assigning {...props} />}
      {isWithSupport && one.requestId !== null && (
        <LinkButton icon="undo-2" href={handBackPath.to(one.requestId)}>
          {t('desk.hand-back')}
        </LinkButton>
      )}
      {isWithSupport && mayDecide && isAgent && one.requestId !== null && (
        <LinkButton variant="quiet" href={proposeDecisionPath.to(one.requestId)}>
          {t(props.thread.isProposed ? 'desk.confirm' : 'desk.decide')}
        </LinkButton>
      )}
    </>
  )
}

function isOpen(status: string | null): boolean {
  return status === 'PENDING' || status === 'INFO_REQUESTED'
}

function Assigning({ frame, viewerId, one }: CasePageProps) {
  const t = words.for(frame.reader)
  const isMine = one.assignedTo === viewerId
  const others = one.assignedTo === null ? 'assign.me' : 'assign.take'
  return (
    <Form action={assignCasePath.to(one.id)} wide>
      <Hidden name="seen" value={one.assignedTo ?? ''} />
      <Button name="to" value={isMine ? 'nobody' : 'me'}>
        {t(isMine ? 'assign.release' : others)}
      </Button>
    </Form>
  )
}
