export { carryingOut } from './carry-out/carry-out.job.ts'
