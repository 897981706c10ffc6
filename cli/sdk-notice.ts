/**
 * Has the AWS SDK keep its notice about Node 20 to itself: it is for us, who choose the SDK's version, and would come with
 * every run. https://github.com/aws/aws-sdk-js-v3/issues/7983
 */
export function muteSdkNotice(): void {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";
}
