import { nounOf } from '../../src-shared/jobs/output-words';
import { titleOf } from '../gallery/asset-name';
import { AssetThumbnail } from '../gallery/asset-thumbnail';
import { useDetail } from '../gallery/use-detail';
import { galleryStore } from '../stores/gallery';
import { screenStore } from '../stores/screen';
import { Skeleton } from '../ui/empty';

/** The picture or clip that a job delivered, by the id that both share; pressed, all that is known of it. */
export function JobPicture({ jobId }: { jobId: string }) {
  const detail = useDetail(jobId);
  if (detail.kind === 'loading') return <Skeleton className="aspect-square" />;
  if (detail.kind === 'failed') return <p className="text-sm text-muted">{detail.problem}</p>;
  const { asset, job } = detail.detail;
  const show = () => {
    galleryStore.getState().visit({ asset, job });
    screenStore.getState().showAsset(asset.id);
  };
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      onClick={show}
      className="flex aspect-square items-center justify-center overflow-hidden rounded-md bg-well"
    >
      <AssetThumbnail
        asset={asset}
        request={job.request}
        alt={`The ${nounOf(asset.mediaType)} of it: ${titleOf(job.request)}`}
        className="size-full object-contain"
      />
    </button>
  );
}
