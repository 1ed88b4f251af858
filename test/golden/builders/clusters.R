# Golden values of k-means and silhouettes on Fisher's irises (R's iris, 150 flowers). Run here: Rscript clusters.R (R 4.2.2, cluster
# 2.1.4). Writes iris.csv and clusters.json.
suppressMessages(library(cluster))
RNGversion("4.2.2"); set.seed(1936)
write.csv(setNames(iris[, 1:4], c("sepal_length", "sepal_width", "petal_length", "petal_width")), "iris.csv", row.names = FALSE, quote = FALSE)
x <- scale(iris[, 1:4])
g <- function(v) paste(sprintf("%.17g", v), collapse = ",")
starts <- list(c(1, 51, 101), c(1, 2), c(10, 20, 60, 130))
lloyd <- sapply(starts, function(s) {
  fit <- kmeans(x, x[s, ], algorithm = "Lloyd", iter.max = 1000)
  sprintf('{"call":"kmeans(scale(iris[, 1:4]), x[start, ], algorithm = \'Lloyd\')","start":[%s],"clusters":[%s],"within":%s,"silhouette":%s}',
    paste(s - 1, collapse = ","), paste(fit$cluster - 1, collapse = ","), g(fit$tot.withinss), g(mean(silhouette(fit$cluster, dist(x))[, 3])))
})
best <- sapply(2:6, function(k) {
  fit <- kmeans(x, k, nstart = 500, iter.max = 1000)
  sprintf('{"call":"kmeans(x, k, nstart = 500); mean(silhouette(cluster, dist(x))[, 3])","k":%d,"within":%s,"silhouette":%s}', k, g(fit$tot.withinss), g(mean(silhouette(fit$cluster, dist(x))[, 3])))
})
writeLines(paste0('{\n"lloyd":[\n', paste(lloyd, collapse = ",\n"), '\n],\n"best":[\n', paste(best, collapse = ",\n"), "\n]}"), "clusters.json")
