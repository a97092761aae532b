// The page asks here whether to show a button, the command asks here whether to act: one answer for both.
export { amend, mayAsk, submit } from './asking.ts'
export { answer, askAgain, askForInformation, claim, comment } from './conversation.ts'
export { approve, decline } from './deciding.ts'
export { confirmRemoval, proposeRemoval, refuseRemoval, withdrawRemoval } from './removing.ts'
export { escalate, escalateByClock, handBack } from './escalating.ts'
export { takeBack } from './taking-back.ts'
export { remind, remindByClock, view, withdraw } from './waiting.ts'
