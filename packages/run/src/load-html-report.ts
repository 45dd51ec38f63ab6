/** The HTML report, read where one was asked for: it carries a page, and looks at stages and images. */
export const loadHtmlReport = () => import('./html/html-report.ts');
