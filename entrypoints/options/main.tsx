import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { browserSettingsApi } from '@/components/settings/browser-settings-api';
import { SettingsPage } from '@/components/settings/settings-page';

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <SettingsPage api={browserSettingsApi} />
    </StrictMode>,
  );
}
