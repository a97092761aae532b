export { agreementsRoutes as routes } from './account/agreements.route.tsx'
