// The page asks here whether to show a button, the command asks here whether to act: one answer for both.
export { amend, mayAsk, submit } from './asking.ts'
export { approve, decline } from './deciding.ts'
export { takeBack } from './taking-back.ts'
export { remind, view, withdraw } from './waiting.ts'
