import { CSPInjectionService, CSPProcessingService } from '@forge/csp';
import { load } from 'cheerio';

/** Where violations are reported on the frame's own origin instead of to Atlassian. */
export const CSP_REPORT_PATH = '/__forge/csp-reports';

/**
 * The Content-Security-Policy of a Custom UI page exactly as Forge's production would send it for this html and these
 * manifest permissions; only the report address is ours. `hostname` is the origin of the Jira pages.
 */
export function contentSecurityPolicy(html: string, permissions: Record<string, unknown>, hostname: string): string {
  const processing = new CSPProcessingService({ info: () => undefined }, load);
  const directives = new CSPInjectionService().getInjectableCSP({
    existingCSPDetails: processing.getCspDetails(html, permissions),
    microsEnv: 'prod',
    hostname,
  });
  return directives.map((rule) => (rule.startsWith('report-uri ') ? `report-uri ${CSP_REPORT_PATH}` : rule)).join('; ');
}
