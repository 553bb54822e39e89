export const PlanPanel = () => null
